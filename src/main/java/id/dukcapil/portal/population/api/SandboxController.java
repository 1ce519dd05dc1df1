package id.dukcapil.portal.population.api;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.population.PersonRow;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.SandboxPeople;
import id.dukcapil.portal.staff.Demonstration;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Synthetic people to try the API with; in the demonstration set-up only. */
@RestController
@Demonstration
@RequestMapping("/api/v1/sandbox")
@PreAuthorize("isAuthenticated()")
@Tag(name = "Sandbox")
class SandboxController {

    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 1_000;
    private static final int HIGHEST_AGE = 150;

    private final SandboxPeople people;

    SandboxController(SandboxPeople people) {
        this.people = people;
    }

    /** @param relationship the wording of SHDK on form F-1.01, for instance "KEPALA KELUARGA" */
    record SandboxPerson(
            String nik,
            String fullName,
            String familyCardNumber,
            String relationship,
            LocalDate birthDate,
            RecordingStatus recordingStatus) {

        static SandboxPerson of(PersonRow row) {
            return new SandboxPerson(
                    row.nik().value(),
                    row.fullName(),
                    row.familyCardNumber().value(),
                    row.relationship().label(),
                    row.birthDate(),
                    row.recordingStatus());
        }
    }

    @GetMapping("/people")
    @Operation(
            summary = "Penduduk contoh untuk mencoba API",
            description =
                    "Semua penduduk di sini rekaan. Paling banyak 1.000 orang, tidak ada orang yang muncul dua kali.")
    List<SandboxPerson> people(
            @RequestParam(required = false) @Nullable String recordingStatus,
            @RequestParam(required = false) @Nullable String minAge,
            @RequestParam(required = false) @Nullable String limit) {
        return people
                .some(
                        status(recordingStatus),
                        number("minAge", minAge, 0, 0, HIGHEST_AGE),
                        number("limit", limit, USUAL_LIMIT, 1, HIGHEST_LIMIT))
                .stream()
                .map(SandboxPerson::of)
                .toList();
    }

    private static @Nullable RecordingStatus status(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return RecordingStatus.valueOf(text.strip());
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput(
                    "recordingStatus", "Status perekaman tidak dikenal; contoh yang benar: PRINT_READY_RECORD.");
        }
    }

    private static int number(String field, @Nullable String text, int usual, int lowest, int highest) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        if (text.strip().matches("\\d{1,4}")) {
            int value = Integer.parseInt(text.strip());
            if (value >= lowest && value <= highest) {
                return value;
            }
        }
        throw new InvalidInput(field, "Harus bilangan bulat dari %d sampai %d.".formatted(lowest, highest));
    }
}
