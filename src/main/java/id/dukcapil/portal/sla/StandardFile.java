package id.dukcapil.portal.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/** A procedure as it lies in {@code reference/sop/*.yml}; field names as there, in kebab case. */
record StandardFile(
        String slug,
        int ordinal,
        @Nullable String number,
        int year,
        @Nullable String decree,
        String name,
        String shortName,
        String regency,
        String agency,
        @Nullable String division,
        @Nullable String issued,
        @Nullable String revised,
        @Nullable String effective,
        @Nullable String approverTitle,
        @Nullable String approverName,
        @Nullable String approverNip,
        @Nullable Integer printedTotalMinutes,
        String source,
        List<String> actors,
        List<String> legalBasis,
        List<String> qualifications,
        List<String> related,
        List<String> equipment,
        List<String> warnings,
        @DefaultValue List<String> recordKeeping,
        @DefaultValue List<String> sourceNotes,
        List<Step> steps) {

    record Step(
            String description,
            List<String> actors,
            @Nullable String requirement,
            @Name("time") @Nullable String printedTime,
            @Nullable String output,
            @Nullable String note) {}

    List<String> section(StandardSection section) {
        return switch (section) {
            case LEGAL_BASIS -> legalBasis;
            case QUALIFICATION -> qualifications;
            case RELATED -> related;
            case EQUIPMENT -> equipment;
            case WARNING -> warnings;
            case RECORD_KEEPING -> recordKeeping;
            case SOURCE_NOTE -> sourceNotes;
        };
    }
}
