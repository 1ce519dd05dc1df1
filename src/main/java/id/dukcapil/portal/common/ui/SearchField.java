package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The search of a list. What is typed goes through the address as {@code cari}, except what may be
 * the number of a person: that is searched for but never stands there.
 */
public class SearchField extends TextField {

    /** Class of the field of a page that {@code //} reaches; {@code /} alone goes to the search box of the portal. */
    public static final String OF_THE_LIST = "list-search";

    /** A booking code or a short number of a case has no more. */
    private static final int MOST_DIGITS_IN_ADDRESS = 8;

    private final transient Consumer<@Nullable String> chosen;
    private final transient Runnable personalSearch;
    private transient Predicate<String> hidden =
            text -> text.replaceAll("[^0-9]", "").length() > MOST_DIGITS_IN_ADDRESS;
    private transient String personal = "";

    /**
     * @param chosen opens the address with this text, or with none
     * @param personalSearch asks the list again, because the address does not tell of the search
     */
    public SearchField(String placeholder, Consumer<@Nullable String> chosen, Runnable personalSearch) {
        super("Cari");
        this.chosen = chosen;
        this.personalSearch = personalSearch;
        setPlaceholder(placeholder);
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        addClassName(OF_THE_LIST);
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                searchFor(change.getValue());
            }
        });
    }

    /** @param personal what never stands in the address, where other numbers have many digits too */
    public SearchField hiding(Predicate<String> personal) {
        hidden = personal;
        return this;
    }

    private void searchFor(String text) {
        boolean tellsOfAPerson = hidden.test(text);
        personal = tellsOfAPerson ? text : "";
        chosen.accept(tellsOfAPerson || text.isBlank() ? null : text.strip());
        if (tellsOfAPerson) {
            personalSearch.run();
        }
    }

    /** Puts into the field what the address says; a number that is searched for stands on when it says nothing. */
    public void show(UrlState url) {
        if (url.has(ListFilters.SEARCH)) {
            personal = "";
        }
        setValue(personal.isEmpty() ? url.text(ListFilters.SEARCH).orElse("") : personal);
    }

    /** Whether the number of a person is searched for. */
    public boolean isPersonal() {
        return !personal.isEmpty();
    }
}
