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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The register beside what was handed in; a difference is marked, and said for who does not see colours. */
    static Component comparison(List<CaseFile.Compared> rows) {
        var table = table("compare", "Unsur", "Data SIAK", "Diajukan");
        var body = new Element("tbody");
        for (CaseFile.Compared row : rows) {
            var line = new Element("tr");
            if (!row.same()) {
                line.setAttribute("class", "differs");
            }
            line.appendChild(
                    heading(row.what()),
                    new Element("td").setText(row.register()),
                    new Element("td").setText(row.same() ? row.submitted() : row.submitted() + " (berbeda)"));
            body.appendChild(line);
        }
        table.getElement().getChild(0).appendChild(body);
        return table;
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

    private static Span quote(String text) {
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
