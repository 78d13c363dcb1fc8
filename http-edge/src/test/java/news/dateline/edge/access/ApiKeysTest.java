package news.dateline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {
    private static final String HASH = ApiKeys.hash("secret");

    @Test
    void theHashIsSha256() {
        assertThat(ApiKeys.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aKeyIsFoundByItsHashWithItsRoles() {
        ApiKeys keys = new ApiKeys("wire:ingest:" + ApiKeys.hash("other") + ", desk:read+operate:" + HASH + ":10/m");

        assertThat(keys.isOpen()).isFalse();
        assertThat(keys.find("secret")).hasValueSatisfying(key -> {
            assertThat(key.name()).isEqualTo("desk");
            assertThat(key.roles()).containsExactlyInAnyOrder(Role.READ, Role.OPERATE);
            assertThat(key.bucket().quota().requests()).isEqualTo(10);
        });
        assertThat(keys.find("Secret")).isEmpty();
        assertThat(keys.find("")).isEmpty();
        assertThat(keys.find(HASH)).isEmpty();
    }

    @Test
    void twoKeysOfOneNameAreBothGoodWhileTheyAreExchanged() {
        ApiKeys keys = new ApiKeys("desk:read:" + HASH + ",desk:read:" + ApiKeys.hash("new"));

        assertThat(keys.find("secret")).isPresent();
        assertThat(keys.find("new")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , "})
    void withoutKeysTheDoorIsOpen(String setting) {
        assertThat(new ApiKeys(setting).isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk",
                "desk:read",
                "desk:read:HASH:1/m:x",
                "desk::HASH",
                "desk:write:HASH",
                "desk:read+:HASH",
                "d esk:read:HASH",
                ":read:HASH",
                "desk:read:secret",
                "desk:read:HASH:0/m",
                "desk:read:HASH:10",
                "desk:read:HASH:10/d"
            })
    void aWrongEntryIsNamedAndItsHashIsNotTold(String entry) {
        String setting = "ok:read:" + HASH + "," + entry.replace("HASH", HASH);

        assertThatThrownBy(() -> new ApiKeys(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Entry 2 of dateline.api-keys")
                .hasMessageNotContaining(HASH);
    }
}
