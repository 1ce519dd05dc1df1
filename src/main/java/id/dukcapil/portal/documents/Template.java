package id.dukcapil.portal.documents;

/**
 * A document template under {@code reports/} of the class path.
 *
 * @param name path without the ending: {@code booking/ticket-a6} is {@code reports/booking/ticket-a6.jrxml}
 */
public record Template(String name) {

    public Template {
        if (!name.matches("[a-z0-9-]+(/[a-z0-9-]+)*")) {
            throw new IllegalArgumentException("Template names are lower-case words joined by - and /");
        }
    }

    String resource() {
        return "reports/" + name + ".jrxml";
    }

    @Override
    public String toString() {
        return name;
    }
}
