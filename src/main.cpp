// SPDX-License-Identifier: MIT
#include <cstdio>
#include <exception>
#include <new>
#include <variant>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/print.hpp"

namespace {

int status_of_failure(const placard::Options& options) {
  return options.command == placard::Command::run ? placard::kTryAgain : placard::kUnusable;
}

int run_command(const placard::Options& options) try {
  switch (options.command) {
    case placard::Command::shot:
      return placard::shot(options);
    case placard::Command::describe:
      return placard::describe(options);
    case placard::Command::sheet:
      return placard::sheet(options);
    case placard::Command::check:
      return placard::check(options);
    case placard::Command::say:
      return placard::say(options);
    case placard::Command::unsay:
      return placard::unsay(options);
    case placard::Command::run:
      break;
  }
  return placard::run(options);
} catch (const placard::NoResources& error) {
  return placard::refuse(placard::no_resources_sentence(error.what()), status_of_failure(options));
} catch (const std::bad_alloc& error) {
  return placard::refuse(placard::no_resources_sentence(error.what()), status_of_failure(options));
} catch (const std::exception& error) {
  std::fprintf(stderr, "placard: This should not have happened: %s. Please report it.\n", error.what());
  return status_of_failure(options);
}

}  // namespace

int main(int argc, char** argv) {
  const auto parsed = placard::parse_options(argc, argv);
  if (const auto* end = std::get_if<placard::EndNow>(&parsed)) return end->status;
  return run_command(std::get<placard::Options>(parsed));
}
