package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SearchSource;

/** A kind of record in the search box that only those may look for who hold a permission. */
public abstract class PermittedSearch implements SearchSource {

    private final String heading;
    private final int order;
    private final Permission permission;
    private final CurrentStaff staff;

    /** Heading and order as in {@link SearchSource}. */
    protected PermittedSearch(String heading, int order, Permission permission, CurrentStaff staff) {
        this.heading = heading;
        this.order = order;
        this.permission = permission;
        this.staff = staff;
    }

    @Override
    public final String heading() {
        return heading;
    }

    @Override
    public final int order() {
        return order;
    }

    @Override
    public final boolean available() {
        return staff.may(permission);
    }
}
