package id.dukcapil.portal.documents;

/** A document could not be made. The message names the template and what is wrong with it, never the data. */
public class RenderingFailed extends RuntimeException {

    private final transient Template template;

    RenderingFailed(Template template, String what) {
        super("Template %s %s".formatted(template, what));
        this.template = template;
    }

    RenderingFailed(Template template, String what, Throwable cause) {
        super("Template %s %s".formatted(template, what), cause);
        this.template = template;
    }

    public Template template() {
        return template;
    }
}
