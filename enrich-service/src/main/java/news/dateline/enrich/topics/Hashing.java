package news.dateline.enrich.topics;

/** Mixes integers into feature keys with the finaliser of MurmurHash3 (A. Appleby, public domain). Stateless. */
final class Hashing {

    private Hashing() {}

    static int mix(int value, int salt) {
        int h = value * 0x9E3779B1 + salt;
        h = (h ^ (h >>> 15)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }

    /** One step of a rolling hash over characters; {@link #mix} ends it. */
    static int roll(int hash, char next) {
        return hash * 31 + next;
    }
}
