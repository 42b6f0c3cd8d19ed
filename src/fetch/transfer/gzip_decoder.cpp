// SPDX-License-Identifier: MIT
#include "fetch/transfer/gzip_decoder.hpp"

#include <zlib.h>

#include <array>

namespace placard {
namespace {

constexpr int kGzipWindow = 15 + 16;
constexpr uLong kMagicBytes = 2;
constexpr Bytef kFirstOfMagic = 0x1f;

}  // namespace

void GzipDecoder::StreamDeleter::operator()(z_stream_s* stream) const {
  inflateEnd(stream);
  delete stream;
}

bool GzipDecoder::open() {
  stream_.reset(new z_stream{});
  place_ = Place::member;
  return inflateInit2(stream_.get(), kGzipWindow) == Z_OK;
}

// Some pad the end of a file with zeros, as tapes were.
void GzipDecoder::find_member() {
  while (stream_->avail_in > 0 && *stream_->next_in == 0) {
    ++stream_->next_in;
    --stream_->avail_in;
  }
  if (stream_->avail_in == 0) return;
  place_ = *stream_->next_in == kFirstOfMagic && inflateReset(stream_.get()) == Z_OK ? Place::member : Place::garbage;
}

GzipDecoder::Result GzipDecoder::unpack_member(const Out& out) {
  std::array<char, 16384> block;
  int code = Z_OK;
  while (code == Z_OK) {
    stream_->next_out = reinterpret_cast<Bytef*>(block.data());
    stream_->avail_out = static_cast<uInt>(block.size());
    code = inflate(stream_.get(), Z_NO_FLUSH);
    const std::size_t size = block.size() - stream_->avail_out;
    if (size > 0 && !out({block.data(), size})) return Result::stopped;
  }
  if (code == Z_MEM_ERROR) return Result::out_of_memory;
  if (code == Z_BUF_ERROR) return Result::more;  // all of the input is used
  if (code == Z_STREAM_END) {
    first_ = false;
    place_ = Place::between;
    return Result::more;
  }
  if (first_ || stream_->total_in > kMagicBytes) return Result::damaged;
  place_ = Place::garbage;
  return Result::more;
}

GzipDecoder::Result GzipDecoder::unpack(std::string_view packed, const Out& out) {
  if (place_ == Place::before && !open()) return Result::out_of_memory;
  // zlib only reads it.
  stream_->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream_->avail_in = static_cast<uInt>(packed.size());
  Result result = Result::more;
  while (result == Result::more && stream_->avail_in > 0 && place_ != Place::garbage) {
    if (place_ == Place::between) {
      find_member();
    } else {
      result = unpack_member(out);
    }
  }
  return result;
}

}  // namespace placard
