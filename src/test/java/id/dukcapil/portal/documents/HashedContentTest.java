package id.dukcapil.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashedContentTest {

    private static final byte[] BYTES = bytes("Kartu Keluarga");

    private final HashedContent content = HashedContent.of(BYTES);

    @Test
    void theHashIsThatOfTheBytes() {
        assertThat(content.hash()).isEqualTo(ContentHash.of(BYTES));
        assertThat(content.bytes()).isEqualTo(BYTES);
    }

    @Test
    void whateverComesNextHasTheHashOfAllItsBytesWhetherItBeginsWithTheseOrNot() {
        for (String next : List.of(
                "Kartu Keluarga bertanda tangan", "Kartu Keluarga", "Kartu", "", "Kartu keluarga bertanda tangan")) {
            HashedContent followed = content.followedBy(bytes(next));

            assertThat(followed.hash()).as(next).isEqualTo(ContentHash.of(bytes(next)));
            assertThat(followed.bytes()).isEqualTo(bytes(next));
            assertThat(followed.followedBy(bytes(next + "!")).hash()).isEqualTo(ContentHash.of(bytes(next + "!")));
        }
    }

    @Test
    void itIsTheBeginOfItselfAndOfWhatIsLonger() {
        assertThat(content.isBeginOf(BYTES)).isTrue();
        assertThat(content.isBeginOf(bytes("Kartu Keluarga baru"))).isTrue();
        assertThat(content.isBeginOf(bytes("Kartu Keluarg"))).isFalse();
        assertThat(content.isBeginOf(bytes("Kartu keluarga baru"))).isFalse();
    }

    @Test
    void whoGoesOnFromTheBeginDoesSoAlone() {
        content.begun().update(bytes(" lain"));

        assertThat(ContentHash.of(content.begun())).isEqualTo(content.hash());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
