package news.dateline.edge.access;

import java.security.MessageDigest;
import java.util.Set;

/** One key: who it belongs to and what it allows. Only the key's hash is known. Thread-safe. */
final class ApiKey {
    private final String name;
    private final Set<Role> roles;
    private final byte[] hash;
    private final TokenBucket bucket;

    /**
     * A key.
     *
     * @param name name of its owner, in logs
     * @param hash SHA-256 of the key
     * @param bucket what is left of its quota, null if it has none
     */
    ApiKey(String name, Set<Role> roles, byte[] hash, TokenBucket bucket) {
        this.name = name;
        this.roles = Set.copyOf(roles);
        this.hash = hash.clone();
        this.bucket = bucket;
    }

    String name() {
        return name;
    }

    Set<Role> roles() {
        return roles;
    }

    TokenBucket bucket() {
        return bucket;
    }

    /** Compares in the same time wherever the hashes differ. */
    boolean matches(byte[] otherHash) {
        return MessageDigest.isEqual(hash, otherHash);
    }
}
