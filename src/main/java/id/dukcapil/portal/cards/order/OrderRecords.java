package id.dukcapil.portal.cards.order;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface OrderRecords extends Repository<PrintOrder, UUID> {

    PrintOrder save(PrintOrder order);

    Optional<PrintOrder> findByNumber(String number);

    List<PrintOrder> findByPersonNikOrderByCreatedAt(String nik);

    Optional<PrintOrder> findFirstByReferenceOrderByCreatedAtDesc(String reference);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from PrintOrder o where o.number = :number")
    Optional<PrintOrder> lockByNumber(String number);
}
