package id.dukcapil.portal.common.procedure;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Repository;

/** Writes what changed in the present transaction; as a repository, so that its exceptions are translated to Spring's. */
@Repository
class EntityFlush {

    private final EntityManager entities;

    EntityFlush(EntityManager entities) {
        this.entities = entities;
    }

    void now() {
        entities.flush();
    }
}
