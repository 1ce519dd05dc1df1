package id.dukcapil.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MenuGroupTest {

    @ParameterizedTest
    @CsvSource({
        "0, TOP",
        "9.5, TOP",
        "10, SERVICE",
        "39, SERVICE",
        "40, DATA",
        "69, DATA",
        "70, CARDS",
        "90, REPORTS",
        "109, REPORTS",
        "110, ADMINISTRATION",
        "99, REPORTS"
    })
    void theOrderOfAViewDecidesItsGroup(double order, MenuGroup group) {
        assertThat(MenuGroup.of(order)).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({
        "0, Selamat pagi",
        "10, Selamat pagi",
        "11, Selamat siang",
        "15, Selamat sore",
        "18, Selamat malam",
        "23, Selamat malam"
    })
    void theGreetingFollowsTheClockOfTheOffice(int hour, String greeting) {
        assertThat(HomeView.greeting(hour)).isEqualTo(greeting);
    }
}
