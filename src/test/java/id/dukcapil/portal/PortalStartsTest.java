package id.dukcapil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.Offices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
class PortalStartsTest {

    @Autowired
    Offices offices;

    @Test
    @WithMockUser
    void theDemonstrationOrganisationHasItsHeadOfficeTheMppAnd31Kecamatan() {
        assertThat(offices.all()).hasSize(33);
        assertThat(offices.find(new OfficeCode("320437")).orElseThrow().name()).isEqualTo("UKL Kecamatan Soreang");
    }
}
