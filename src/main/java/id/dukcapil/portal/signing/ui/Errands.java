package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Notify;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Does behind a page what takes seconds with hundreds of documents, with the rights of whoever asked, and shows the
 * result there. What was begun is finished even when the page is gone.
 */
@SpringComponent
class Errands {

    private final SecurityContextHolderStrategy security;

    Errands(SecurityContextHolderStrategy security) {
        this.security = security;
    }

    /**
     * @param done shows the result in the page
     * @param failed lets the page go back to where it was; why it failed has been said
     */
    <T> void run(UI page, Supplier<T> work, Consumer<T> done, Runnable failed) {
        SecurityContext acting = security.createEmptyContext();
        acting.setAuthentication(security.getContext().getAuthentication());
        // Reading PDFs is work for a processor, and would hold up the few threads that carry virtual ones
        Thread.ofPlatform().name("signing-errand").daemon().start(() -> {
            security.setContext(acting);
            try {
                T result = work.get();
                show(page, () -> done.accept(result));
            } catch (InvalidInput invalid) {
                show(page, () -> {
                    Notify.problem(String.valueOf(invalid.getMessage()));
                    failed.run();
                });
            } catch (RuntimeException | Error broken) {
                show(page, () -> {
                    failed.run();
                    throw broken;
                });
            } finally {
                security.clearContext();
            }
        });
    }

    private static void show(UI page, Runnable look) {
        try {
            page.access(look::run);
        } catch (UIDetachedException closed) {
            // Nobody is there any more to be told
        }
    }
}
