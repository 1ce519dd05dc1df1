package id.dukcapil.portal;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Spring Security keeps one static way to the signed-in person, and the portal that started last owns it. A test run starts
 * several; each test needs that of its own.
 */
public class OwnSecurityContext implements TestExecutionListener, Ordered {

    /** Before the listener that signs in the user of {@code @WithMockUser}. */
    @Override
    public int getOrder() {
        return 9_000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        var own = test.getApplicationContext().getBean(SecurityContextHolderStrategy.class);
        if (SecurityContextHolder.getContextHolderStrategy() != own) {
            SecurityContextHolder.setContextHolderStrategy(own);
        }
    }
}
