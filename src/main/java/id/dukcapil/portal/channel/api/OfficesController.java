package id.dukcapil.portal.channel.api;

import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The service places an outside system can name in its requests; any valid key may ask. */
@RestController
@RequestMapping("/api/v1/offices")
@PreAuthorize("isAuthenticated()")
@Tag(name = "Kantor", description = "Tempat pelayanan")
class OfficesController {

    private final Offices offices;
    private final Organisation organisation;
    private final Clock clock;

    OfficesController(Offices offices, Organisation organisation, Clock clock) {
        this.offices = offices;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** An office as the contract shows it. */
    @Schema(name = "Office", description = "Tempat pelayanan")
    record Place(
            @Schema(description = "Kode kantor, dipakai pada isian office", example = "320437")
            String code,

            @Schema(description = "Nama kantor", example = "UKL Kecamatan Soreang")
            String name,

            @Schema(description = "DINAS, MPP (Mal Pelayanan Publik) atau UKL (kecamatan)")
            Office.Kind kind,

            @Schema(description = "Zona waktu kantor", example = "Asia/Jakarta")
            String timeZone) {

        static Place of(Office office) {
            return new Place(
                    office.code().value(),
                    office.name(),
                    office.kind(),
                    office.timeZone().getId());
        }
    }

    @GetMapping
    @Operation(
            summary = "Daftar kantor pelayanan",
            description = "Semua kantor yang tidak ditutup, menurut urutan organisasi.")
    List<Place> all() {
        LocalDate today = organisation.today(clock);
        return offices.inServiceOn(today).stream().map(Place::of).toList();
    }
}
