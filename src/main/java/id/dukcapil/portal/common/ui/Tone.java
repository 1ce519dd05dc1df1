package id.dukcapil.portal.common.ui;

/** What a status means for the person who reads it. The colour never stands alone: a word always comes with it. */
public enum Tone {
    /** Finished or within reach. */
    OK("ok"),
    /** Needs attention soon. */
    WARN("warn"),
    /** Too late, full, refused or broken. */
    LATE("late"),
    /** Going on, held by somebody. */
    INFO("info"),
    /** No judgement. */
    NEUTRAL("neutral");

    private final String cssClass;

    Tone(String cssClass) {
        this.cssClass = cssClass;
    }

    /** Class name in {@code portal.css}, for instance for a {@code LitRenderer}. */
    public String cssClass() {
        return cssClass;
    }
}
