package id.dukcapil.portal.sla.survey;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.sla.survey.SurveyPapers.Period;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.submission.SubmissionScenario;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sixty people of one office answer on one day, and the index is worked out again as one would by hand. */
@IntegrationTest
class SurveysTest {

    private static final OfficeCode OFFICE = new OfficeCode("320416");
    private static final int PEOPLE = 60;

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyPapers papers;

    @Autowired
    SurveyAddress address;

    @Autowired
    Offices offices;

    @Autowired
    SubmissionScenario given;

    @Autowired
    JdbcClient jdbc;

    private final LocalDate day = LocalDate.of(2026, 11, 23);

    @BeforeEach
    @AfterEach
    void nobodyHasAnswered() {
        jdbc.sql("DELETE FROM sla_survey_answer WHERE office_code = ?")
                .param(OFFICE.value())
                .update();
    }

    /** Person p gives element e a mark that follows from both, so that a table of 60 lines can be added up. */
    private static int mark(int person, int element) {
        return 1 + Math.max((person * person + element * 3) % 4, (person + element) % 3);
    }

    private void answers(int people) {
        for (int person = 0; person < people; person++) {
            var marks = new EnumMap<Element, Integer>(Element.class);
            for (Element element : Element.values()) {
                marks.put(element, mark(person, element.ordinal()));
            }
            var form = UUID.randomUUID();
            surveys.answer(form, office(), marks, "");
            surveys.answer(form, office(), marks, "");
        }
    }

    @Test
    void theIndexOfSixtyAnswersIsWhatOneGetsByHand() throws Exception {
        answers(PEOPLE);
        var weighted = BigDecimal.ZERO;
        for (int element = 0; element < 9; element++) {
            int sum = 0;
            for (int person = 0; person < PEOPLE; person++) {
                sum += mark(person, element);
            }
            weighted = weighted.add(BigDecimal.valueOf(sum));
        }
        BigDecimal byHand = weighted.divide(BigDecimal.valueOf(PEOPLE * 9L), 12, RoundingMode.HALF_UP)
                .multiply(BigDecimal.valueOf(25))
                .setScale(2, RoundingMode.HALF_UP);

        Satisfaction found = given.asStaff("manajer", () -> surveys.of(day, day, OFFICE));
        assertThat(found.respondents()).as("each form once").isEqualTo(PEOPLE);
        assertThat(found.index()).isEqualByComparingTo(byHand).isEqualByComparingTo("68.98");
        assertThat(found.grade()).isEqualTo(Satisfaction.Grade.C);

        byte[] pdf = given.asStaff("manajer", () -> papers.pdf(period()));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("68,98", "Persyaratan", "60 dari 300", "169");
        }
        byte[] xlsx = given.asStaff("manajer", () -> papers.xlsx(period()));
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(xlsx))) {
            double sum = 0;
            for (var row : book.getSheetAt(0)) {
                if (row.getCell(0) != null && "Unsur".equals(row.getCell(0).toString())) {
                    sum += row.getCell(3).getNumericCellValue();
                }
            }
            assertThat(sum).as("the same sum as on the screen").isEqualTo(weighted.doubleValue());
        }
    }

    @Test
    void fourAnswersAreShownNowhere() throws Exception {
        answers(4);
        byte[] pdf = given.asStaff("manajer", () -> papers.pdf(period()));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("< 5").doesNotContain("68,98");
        }
    }

    @Test
    void theNoticeOfACounterLeadsToTheFormOfItsOffice() throws Exception {
        byte[] pdf = given.asStaff("manajer", () -> papers.notice(office()));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Beri nilai layanan kami", office().name(), "/survei/320416");
        }
        assertThat(address.of(OFFICE)).endsWith("/survei/320416");
    }

    private Period period() {
        return new Period(day, day, office(), 300);
    }

    private Office office() {
        return offices.find(OFFICE).orElseThrow();
    }
}
