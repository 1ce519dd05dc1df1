package id.dukcapil.portal.shell;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import id.dukcapil.portal.common.SearchSource.Hit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What was looked for and opened in this session. It stands here because it may be a name or a NIK, which must get neither
 * into an address nor into the browser; it ends with the session.
 */
@Component
@VaadinSessionScope
class SearchMemory {

    private static final int REMEMBERED = 6;

    private final Deque<Hit> opened = new ArrayDeque<>();
    private String text = "";

    String text() {
        return text;
    }

    void lookedFor(String typed) {
        text = typed;
    }

    void opened(Hit hit) {
        opened.remove(hit);
        opened.addFirst(hit);
        if (opened.size() > REMEMBERED) {
            opened.removeLast();
        }
    }

    /** The latest first. */
    List<Hit> recentlyOpened() {
        return List.copyOf(opened);
    }
}
