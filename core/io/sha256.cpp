#include "core/io/sha256.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace weft::io {

namespace {

using Word = std::uint32_t;

constexpr std::array<Word, 64> primes() {
    std::array<Word, 64> found{};
    Word candidate = 2;
    for (std::size_t n = 0; n < 64; ++candidate) {
        bool prime = true;
        for (Word d = 2; d * d <= candidate; ++d) prime = prime && candidate % d != 0;
        if (prime) found[n++] = candidate;
    }
    return found;
}

// The first 32 bits of the fractional part of the k-th root: what the standard defines its constants by.
Word fraction(long double root) { return Word((root - std::floor(root)) * 4294967296.0L); }

struct Constants {
    std::array<Word, 64> k{};
    std::array<Word, 8> h{};
    Constants() {
        constexpr auto list = primes();
        for (std::size_t i = 0; i < 64; ++i) k[i] = fraction(std::cbrt((long double)(list[i])));
        for (std::size_t i = 0; i < 8; ++i) h[i] = fraction(std::sqrt((long double)(list[i])));
    }
};

void add_block(std::array<Word, 8>& state, const unsigned char* block, const std::array<Word, 64>& k) {
    std::array<Word, 64> w{};
    for (std::size_t i = 0; i < 16; ++i) w[i] = Word(block[4 * i]) << 24 | Word(block[4 * i + 1]) << 16 | Word(block[4 * i + 2]) << 8 | Word(block[4 * i + 3]);
    for (std::size_t i = 16; i < 64; ++i) {
        const Word a = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
        const Word b = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
        w[i] = w[i - 16] + a + w[i - 7] + b;
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const Word s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const Word first = h + s1 + ((e & f) ^ (~e & g)) + k[i] + w[i];
        const Word s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const Word second = s0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + first, d = c, c = b, b = a, a = first + second;
    }
    const Word added[] = {a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i) state[i] += added[i];
}

}  // namespace

std::string sha256(std::string_view data) {
    static const Constants constants;
    std::array<Word, 8> state = constants.h;
    std::string padded(data);
    padded += char(0x80);
    while (padded.size() % 64 != 56) padded += '\0';
    const std::uint64_t bits = std::uint64_t(data.size()) * 8;
    for (int shift = 56; shift >= 0; shift -= 8) padded += char(bits >> shift & 0xff);
    for (std::size_t at = 0; at < padded.size(); at += 64) add_block(state, reinterpret_cast<const unsigned char*>(padded.data()) + at, constants.k);
    std::string hex;
    for (const Word word : state)
        for (int shift = 28; shift >= 0; shift -= 4) hex += "0123456789abcdef"[word >> shift & 15];
    return hex;
}

}  // namespace weft::io
