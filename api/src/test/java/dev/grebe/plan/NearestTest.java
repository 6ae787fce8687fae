package dev.grebe.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void namesTheNearest() {
        assertThat(Nearest.hint("FileNmae", List.of("FileName", "FolderPath"))).isEqualTo(" Did you mean 'FileName'?");
    }

    @Test
    void caseCountsForNothing() {
        assertThat(Nearest.hint("DEVICEID", List.of("DeviceId"))).isEqualTo(" Did you mean 'DeviceId'?");
    }

    @Test
    void isSilentWhenNothingIsNear() {
        assertThat(Nearest.hint("Elephant", List.of("FileName", "DeviceId"))).isEmpty();
        assertThat(Nearest.hint("x", List.of())).isEmpty();
    }

    @Test
    void namesUpToThreeThatAreEquallyNear() {
        assertThat(Nearest.hint("SHA3", List.of("SHA1", "SHA2", "MD5"))).isEqualTo(" Did you mean 'SHA1' or 'SHA2'?");
        assertThat(Nearest.names("a", List.of("e", "d", "c", "b"))).containsExactly("b", "c", "d");
    }

    @Test
    void aSwapIsOneMistake() {
        assertThat(Nearest.names("ab", List.of("ba"))).containsExactly("ba");
    }
}
