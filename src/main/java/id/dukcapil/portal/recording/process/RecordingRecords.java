package id.dukcapil.portal.recording.process;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RecordingRecords extends Repository<Recording, UUID> {

    Recording save(Recording recording);

    Optional<Recording> findByNumber(String number);

    Optional<Recording> findByCode(String code);

    Optional<Recording> findByTicketId(UUID ticket);

    List<Recording> findByPersonNikOrderByCreatedAt(String nik);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Recording r where r.number = :number")
    Optional<Recording> lockByNumber(String number);
}
