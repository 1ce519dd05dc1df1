package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.population.Address;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person as one row of a file tells it; what may be null the file does not say, and the register keeps what it knows. */
record Resident(
        Nik nik,
        String fullName,
        FamilyCardNumber familyNumber,
        int relationship,
        boolean female,
        String birthPlace,
        LocalDate birthDate,
        int maritalStatus,
        @Nullable Integer citizenship,
        int religion,
        @Nullable Integer bloodType,
        int education,
        int occupation,
        String fatherName,
        @Nullable Nik fatherNik,
        String motherName,
        @Nullable Nik motherNik,
        @Nullable RecordingStatus recordingStatus,
        @Nullable LocalDate recordedOn,
        @Nullable Standing standing,
        Address address) {}
