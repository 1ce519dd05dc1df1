package id.dukcapil.portal.population.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.api.SandboxController.SandboxPerson;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@IntegrationTest
class SandboxControllerTest {

    @Autowired
    SandboxController sandbox;

    @Test
    @WithMockUser(authorities = "SCOPE_booking")
    void withoutParametersAHundredPeopleFromManyKecamatan() {
        List<SandboxPerson> people = sandbox.people(null, null, null);
        assertThat(people).hasSize(100);
        assertThat(people.stream().map(SandboxPerson::nik).distinct()).hasSize(100);
        assertThat(people.stream()
                        .map(person -> person.familyCardNumber().substring(0, 6))
                        .distinct())
                .hasSizeGreaterThan(20);
        assertThat(sandbox.people("", "", "")).isEqualTo(people);
    }

    @Test
    @WithMockUser
    void atMostAThousandNeverTheSamePersonTwice() {
        List<SandboxPerson> people = sandbox.people(null, null, "1000");
        assertThat(people.stream().map(SandboxPerson::nik).distinct()).hasSize(1_000);
    }

    @Test
    @WithMockUser
    void onlyPeopleOfThatStatusAndAgeToday() {
        List<SandboxPerson> people = sandbox.people("PRINT_READY_RECORD", "17", "1000");
        assertThat(people).hasSizeGreaterThanOrEqualTo(400);
        assertThat(people)
                .allMatch(person -> person.recordingStatus() == RecordingStatus.PRINT_READY_RECORD
                        && !person.birthDate().isAfter(LocalDate.of(2009, 11, 23)));
    }

    @Test
    @WithMockUser
    void theAnswerHasTheFieldsOfTheContract() throws Exception {
        var mvc = MockMvcBuilders.standaloneSetup(sandbox).build();
        mvc.perform(get("/api/v1/sandbox/people?recordingStatus=PRINT_READY_RECORD&minAge=17&limit=2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].length()").value(6))
                .andExpect(jsonPath("$[0].nik").isString())
                .andExpect(jsonPath("$[0].fullName").isString())
                .andExpect(jsonPath("$[0].familyCardNumber").isString())
                .andExpect(jsonPath("$[0].relationship").isString())
                .andExpect(jsonPath("$[0].birthDate").isString())
                .andExpect(jsonPath("$[0].recordingStatus").value("PRINT_READY_RECORD"));
    }

    @ParameterizedTest
    @CsvSource({
        "READY,,,recordingStatus",
        ",-1,,minAge",
        ",muda,,minAge",
        ",151,,minAge",
        ",,0,limit",
        ",,1001,limit",
        ",,99999999999,limit"
    })
    @WithMockUser
    void anUnusableParameterIsNamed(String recordingStatus, String minAge, String limit, String field) {
        assertThatThrownBy(() -> sandbox.people(recordingStatus, minAge, limit))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.findings())
                                .extracting(Finding::field)
                                .containsExactly(field));
    }

    @Test
    void withoutAKeyNobodyIsShown() {
        assertThatThrownBy(() -> sandbox.people(null, null, null))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }
}
