package id.dukcapil.portal.platform;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Names the job in each log line that is written while it runs, as a request's id stands in those of a request. */
@Component
class JobsInLog implements ExecutionInterceptor {

    static final String MDC_KEY = "job";

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> job, ExecutionContext context, ExecutionChain chain) {
        try (var named = MDC.putCloseable(MDC_KEY, job.getTaskName() + "/" + job.getId())) {
            return chain.proceed(job, context);
        }
    }
}
