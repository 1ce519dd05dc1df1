package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.submission.Applicant;
import id.dukcapil.portal.submission.CaseFile;
import id.dukcapil.portal.submission.SubmissionDetails;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of a file as they are read. */
final class CaseSections {

    private CaseSections() {}

    static Map<String, String> masked(Applicant applicant) {
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", applicant.nik().masked());
        values.put("Nomor KK", applicant.family().masked());
        values.put("Telepon", Masking.phone(applicant.phone()));
        values.put(
                "E-mail",
                Optional.ofNullable(applicant.email()).map(Masking::email).orElse(""));
        return values;
    }

    /**
     * The register beside what was handed in: first who asks, where that differs, then what the reason touches, at the end
     * the names of what is the same. A difference is marked, and said for who does not see colours.
     */
    static Component comparison(CaseFile file) {
        var table = table("compare", "Unsur", "Data SIAK", "Diajukan");
        var body = new Element("tbody");
        file.comparison().stream()
                .filter(row -> !row.same())
                .forEach(row ->
                        body.appendChild(line("differs", row.what(), row.register(), row.submitted() + " (berbeda)")));
        file.elements().stream()
                .sorted(Comparator.comparing(CaseFile.Element::isOpen).reversed())
                .forEach(element -> body.appendChild(line(
                        element.isOpen() ? "differs" : "unsaid", element.what(), element.register(), wanted(element))));
        String same = file.comparison().stream()
                .filter(CaseFile.Compared::same)
                .map(CaseFile.Compared::what)
                .collect(Collectors.joining(", "));
        if (!same.isEmpty()) {
            body.appendChild(line("unsaid", "Identitas", same, "sama"));
        }
        table.getElement().getChild(0).appendChild(body);
        return table;
    }

    private static String wanted(CaseFile.Element element) {
        if (element.wanted() == null) {
            return "tidak disebut";
        }
        return element.isOpen() ? element.wanted() : "sudah sama";
    }

    private static Element line(String mark, String what, String register, String submitted) {
        var line = new Element("tr");
        line.setAttribute("class", mark);
        return line.appendChild(
                heading(what), new Element("td").setText(register), new Element("td").setText(submitted));
    }

    static Component family(List<CaseFile.Member> members) {
        var table = table("members", "Anggota keluarga", "Hubungan", "Tahun lahir");
        var body = new Element("tbody");
        for (CaseFile.Member member : members) {
            var line = new Element("tr");
            var name = heading(member.name());
            if (member.applicant()) {
                name.appendChild(
                        new Element("span").setAttribute("class", "badge info").setText("pemohon"));
            }
            name.appendChild(new Element("span").setAttribute("class", "muted").setText(member.maskedNik()));
            line.appendChild(
                    name, new Element("td").setText(member.relationship()), new Element("td").setText(member.born()));
            body.appendChild(line);
        }
        table.getElement().getChild(0).appendChild(body);
        return table;
    }

    private static Element heading(String text) {
        return new Element("th").setAttribute("scope", "row").setText(text);
    }

    private static Div table(String name, String... headings) {
        var row = new Element("tr");
        for (String heading : headings) {
            row.appendChild(new Element("th").setAttribute("scope", "col").setText(heading));
        }
        var table = new Element("table");
        table.setAttribute("class", name);
        table.appendChild(new Element("thead").appendChild(row));
        var frame = new Div();
        frame.addClassName("case-table");
        frame.getElement().appendChild(table);
        return frame;
    }

    static Component timeline(SubmissionDetails submission, ZoneId zone) {
        var list = new OrderedList();
        list.addClassName("timeline");
        for (SubmissionDetails.Event event : submission.history()) {
            var what = new Span(event.action().label());
            var who = new Span(event.actor() + " · " + Formats.shortDateTime(event.at(), zone));
            who.addClassName("muted");
            var item = new ListItem(what, who);
            if (event.reason() != null) {
                item.add(quote(event.reason()));
            }
            if (event.legalBasis() != null) {
                item.add(quote(event.legalBasis()));
            }
            list.add(item);
        }
        return list;
    }

    static Span quote(String text) {
        var quote = new Span(text);
        quote.addClassName("quote");
        return quote;
    }

    static Component others(List<CaseFile.Other> others, Reasons reasons, ZoneId zone) {
        if (others.isEmpty()) {
            var none = new Paragraph("Keluarga ini tidak mempunyai permohonan lain.");
            none.addClassName("muted");
            return none;
        }
        var list = new UnorderedList();
        list.addClassNames("latest", "others");
        for (CaseFile.Other other : others) {
            var link = new Anchor(
                    SubmissionNavigation.request(other.number()), other.number().value());
            var what = new Span(
                    reasons.label(other.reasonCode()) + " · " + Formats.shortDateTime(other.createdAt(), zone));
            what.addClassName("muted");
            list.add(new ListItem(
                    link, new StatusBadge(other.status().label(), SubmissionTones.of(other.status())), what));
        }
        return list;
    }
}
