package id.dukcapil.portal.counter.ui;

import id.dukcapil.portal.common.SurveyLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.counter.hall.HallService;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.documents.Template;
import id.dukcapil.portal.staff.Office;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The ticket on paper, for the roll of 80 mm. Priority is never printed; a booking's own number is, and is never called. */
@Component
class TicketSlip {

    private static final Template TEMPLATE = new Template("counter/queue-ticket-80mm");

    private final PdfRenderer pdf;
    private final Hall hall;
    private final SurveyLink survey;
    private final String portal;

    /** @param address of the portal as citizens reach it */
    TicketSlip(
            PdfRenderer pdf,
            Hall hall,
            SurveyLink survey,
            @Value("${portal.booking.public-address:http://localhost:8080}") URI address) {
        this.pdf = pdf;
        this.hall = hall;
        this.survey = survey;
        portal = address.toString().replaceFirst("/+$", "");
    }

    /** Of the ticket's page, as a phone opens it. */
    String address(String code) {
        return portal + TicketPages.PATH + code;
    }

    byte[] pdf(Ticket ticket) {
        Office office = hall.office(ticket.office());
        String service = hall.services(office.code()).stream()
                .filter(known -> known.code().equals(ticket.service()))
                .map(HallService::label)
                .findFirst()
                .orElse("");
        return pdf.render(
                TEMPLATE,
                Map.of(
                        "NUMBER", ticket.label(),
                        "SERVICE", service,
                        "OFFICE_NAME", office.name(),
                        "TAKEN_TEXT",
                                "%s, pukul %s"
                                        .formatted(
                                                Formats.longDate(ticket.serviceDay()),
                                                Formats.time(ticket.firstArrival(), office.timeZone())),
                        "RANGE",
                                ticket.expected() == null
                                        ? ""
                                        : "Perkiraan menunggu "
                                                + ticket.expected().words(),
                        "BOOKING", Objects.requireNonNullElse(ticket.bookingCode(), ""),
                        "ADDRESS", address(ticket.code()),
                        "SURVEY", survey.of(office.code())),
                List.of());
    }
}
