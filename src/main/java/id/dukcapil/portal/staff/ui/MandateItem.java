package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Mandate;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** One mandate in the list: who, for how long, by which letter, and how it ended. */
class MandateItem extends ListItem {

    private final Mandate.State state;
    private final Div end = new Div();

    MandateItem(Mandate mandate, LocalDate today, ZoneId zone) {
        state = mandate.stateOn(today);
        addClassNames("card", "mandate");
        var name = new H3("%s %s".formatted(mandate.kind().abbreviation(), mandate.deputyName()));
        var dates = new Span("%s – %s".formatted(Formats.date(mandate.from()), Formats.date(mandate.until())));
        dates.addClassName("dates");
        var days = new Span(
                (ChronoUnit.DAYS.between(mandate.from(), mandate.until()) + 1) + " hari" + startsIn(mandate, today));
        days.addClassName("muted");
        var letter = new Span("%s tanggal %s".formatted(mandate.number(), Formats.date(mandate.issuedOn())));
        var reason = new Span(mandate.reason());
        reason.addClassName("muted");
        end.addClassName("end");
        end.add(new StatusBadge(state.label(), tone(state)));
        add(
                new Div(name, line(mandate.kind().label() + " " + mandate.position())),
                new Div(dates, days),
                new Div(letter, reason),
                end);
        end(mandate, zone);
    }

    private static String startsIn(Mandate mandate, LocalDate today) {
        long until = ChronoUnit.DAYS.between(today, mandate.from());
        return until > 0 && mandate.revocation() == null ? ", mulai %d hari lagi".formatted(until) : "";
    }

    private void end(Mandate mandate, ZoneId zone) {
        var revocation = mandate.revocation();
        if (revocation != null) {
            var how = line("Dicabut %s oleh %s: %s"
                    .formatted(Formats.dateTime(revocation.at(), zone), revocation.by(), revocation.reason()));
            how.addClassName("revocation");
            add(how);
        }
    }

    private static Span line(String text) {
        var line = new Span(text);
        line.addClassName("muted");
        return line;
    }

    boolean isOpen() {
        return switch (state) {
            case COMING, VALID -> true;
            case EXPIRED, REVOKED -> false;
        };
    }

    void offerRevoking(Runnable revoke) {
        var button = new Button("Cabut", click -> revoke.run());
        button.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        end.add(button);
    }

    static Tone tone(Mandate.State state) {
        return switch (state) {
            case COMING -> Tone.INFO;
            case VALID -> Tone.OK;
            case EXPIRED -> Tone.NEUTRAL;
            case REVOKED -> Tone.LATE;
        };
    }
}
