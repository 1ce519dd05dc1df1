package id.dukcapil.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dra. Hj. Ratna Komala, M.Si. | Ratna Komala | RK",
                "Rizki Pratama | Rizki Pratama | RP",
                "Sukarno | Sukarno | S",
                "H. Asep Dadang Mulyana, S.Sos., M.AP. | Asep Dadang Mulyana | AM",
                "Dr. | Dr. | ?"
            })
    void degreesAndTitlesAreLeftOut(String full, String plain, String initials) {
        var name = new PersonName(full);
        assertThat(name.plain()).isEqualTo(plain);
        assertThat(name.initials()).isEqualTo(initials);
    }
}
