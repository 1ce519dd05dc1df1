package id.dukcapil.portal.common;

import java.util.UUID;

/** A member of staff, wherever a record says who did something. */
public record StaffId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
