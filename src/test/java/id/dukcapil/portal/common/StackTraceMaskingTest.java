package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackTraceMaskingTest {

    @Test
    void whatADatabaseMessageQuotesDoesNotReachTheLog() {
        var failure = new IllegalStateException(
                "Duplicate entry '3204376501900001' for key 'nik'", new RuntimeException("siti@contoh.id"));
        assertThat(Masking.stackTrace(failure))
                .contains("Duplicate entry '•••' for key 'nik'")
                .contains("StackTraceMaskingTest")
                .doesNotContain("3204376501900001")
                .doesNotContain("siti@contoh.id");
    }
}
