package id.dukcapil.portal.sla.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.sla.survey.Element;
import id.dukcapil.portal.sla.survey.Surveys;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A citizen without an account answers; the manager reads the index and lets a comment through. */
@WithUserDetails("manajer")
class SurveyPagesTest extends Screen {

    private static final OfficeCode PLACE = new OfficeCode("320433");

    @Autowired
    MockMvc web;

    @Autowired
    Surveys surveys;

    @Autowired
    SecurityContextHolderStrategy security;

    @Test
    void anAnswerCountsOnceAndItsCommentIsReadBeforeItIsShown() throws Exception {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
        // The public page ends every session, that of the test too
        Authentication manager = security.getContext().getAuthentication();
        web.perform(get("/survei/320433"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Kirim jawaban")));
        UUID form = UUID.randomUUID();
        web.perform(post("/survei/320433").param("form", form.toString()).param("time", "3"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("Pilih satu jawaban untuk Persyaratan.")));
        for (int i = 0; i < 2; i++) {
            web.perform(answers(form, "3").param("comment", "Tambah <b>kursi</b> tunggu"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("Terima kasih")));
        }
        signIn(manager);
        assertThat(surveys.of(today, today, PLACE).respondents()).isOne();
        open(SurveyView.class, Map.of("kantor", "320433", "dari", today.toString()));
        assertThat(page()).contains("Belum cukup jawaban", "kurang dari 5", "Saran yang belum dibaca");

        click("Loloskan");
        assertThat(surveys.comments(today, today, PLACE, false))
                .extracting(Surveys.Comment::comment)
                .containsExactly("Tambah <b>kursi</b> tunggu");
        for (int i = 0; i < 4; i++) {
            web.perform(answers(UUID.randomUUID(), "4")).andExpect(status().isOk());
        }
        signIn(manager);
        open(SurveyView.class, Map.of("kantor", "320433", "dari", today.toString()));
        // (27 + 4 * 36) : 45 * 25
        assertThat(page()).contains("95,00", "Sangat baik", "Penanganan pengaduan");
    }

    @Test
    void anAddressThatIsNoOfficeAndAFormThatIsNoneAreRefused() throws Exception {
        web.perform(get("/survei/TIDAK-ADA")).andExpect(status().isNotFound());
        web.perform(get("/survei")).andExpect(status().isNotFound());
        web.perform(post("/survei/320433").param("form", "entah").param("time", "9"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Kirim jawaban")));
    }

    private void signIn(@Nullable Authentication person) {
        SecurityContext context = security.createEmptyContext();
        context.setAuthentication(person);
        security.setContext(context);
    }

    private static MockHttpServletRequestBuilder answers(UUID form, String mark) {
        MockHttpServletRequestBuilder request = post("/survei/320433").param("form", form.toString());
        for (Element element : Element.values()) {
            request.param(element.field(), mark);
        }
        return request;
    }
}
