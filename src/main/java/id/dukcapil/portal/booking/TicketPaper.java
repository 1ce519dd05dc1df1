package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.SurveyLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints tickets; who may have one is decided by whoever asks. */
@Component
class TicketPaper {

    private static final String BRING = String.join(
            "\n",
            "•  Tiket ini, dicetak atau di layar ponsel",
            "•  Fotokopi Kartu Keluarga",
            "•  KTP-el lama, atau surat kehilangan dari kepolisian bila hilang");
    private static final String NOTE =
            "Datanglah pada tanggal yang tertera. Bila berhalangan, batalkan agar kursi dapat dipakai orang lain. "
                    + "Pelayanan administrasi kependudukan tidak dipungut biaya.";

    private final Offices offices;
    private final OfficeTimes times;
    private final PdfRenderer pdf;
    private final SurveyLink survey;

    TicketPaper(Offices offices, OfficeTimes times, PdfRenderer pdf, SurveyLink survey) {
        this.offices = offices;
        this.times = times;
        this.pdf = pdf;
        this.survey = survey;
    }

    byte[] pdf(BookingDetails booking, Tickets.Format format) {
        return pdf.render(format.template(), parameters(booking), List.of());
    }

    private Map<String, @Nullable Object> parameters(BookingDetails booking) {
        Office office = offices.find(booking.office()).orElseThrow();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("CODE", booking.code().value());
        parameters.put("CODE_SPELLED", booking.code().spelled());
        parameters.put("QUEUE_NUMBER", "%03d".formatted(booking.queueNumber()));
        parameters.put("DATE_TEXT", Formats.longDate(booking.date()));
        parameters.put("OFFICE_NAME", office.name());
        parameters.put("OFFICE_ADDRESS", Optional.ofNullable(office.address()).orElse(""));
        parameters.put("HOURS_TEXT", times.of(office, booking.date()));
        parameters.put("HOLDER_NAME", booking.fullName());
        parameters.put("NIK_MASKED", booking.nik().masked());
        parameters.put("BRING", BRING);
        parameters.put("NOTE", NOTE);
        parameters.put("SURVEY", survey.of(office.code()));
        parameters.put("STATUS_STAMP", stamp(booking.status()));
        return parameters;
    }

    private static @Nullable String stamp(BookingStatus status) {
        return switch (status) {
            case CANCELLED, MOVED, REPLACED -> status.label().toUpperCase(Locale.ROOT);
            case BOOKED, CHECKED_IN, SERVED, HANDED_OVER, COMPLETED, MISSED -> null;
        };
    }
}
