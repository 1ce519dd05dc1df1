package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateStatusTest {

    @ParameterizedTest
    @EnumSource(value = CertificateStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "ISSUE")
    void noOtherStatusThanIssueMaySign(CertificateStatus status) {
        assertThat(status.maySign()).isFalse();
        assertThat(CertificateStatus.ISSUE.maySign()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUE,ISSUE",
        "issue,ISSUE",
        "WAITING FOR VERIFICATION,WAITING_FOR_VERIFICATION",
        "' SUSPEND ',SUSPEND",
        "'',UNRECOGNISED",
        "AKTIF,UNRECOGNISED"
    })
    void aStatusIsKnownInAnySpelling(String word, CertificateStatus meant) {
        assertThat(CertificateStatus.spelt(word)).isEqualTo(meant);
    }

    @Test
    void everyStatusHasWordsForTheSigner() {
        assertThat(CertificateStatus.values())
                .extracting(CertificateStatus::label)
                .doesNotHaveDuplicates()
                .allSatisfy(label -> assertThat(label).isNotBlank());
    }
}
