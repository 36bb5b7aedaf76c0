package dev.fanfare.platform.web;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers with RFC 9457 problem details. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final String NO_SUCH_CHARACTER = "22021";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    record FieldProblem(String field, String message) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status());
        if (problem.retryAfter() != null) {
            long seconds = problem.retryAfter().plusMillis(999).toSeconds();
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return answer.body(problem.body());
    }

    /** A text with what none may hold, a NUL, which only the database finds out. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unstorable(DataIntegrityViolationException refusal) {
        if (refusal.getMostSpecificCause() instanceof SQLException cause
                && NO_SUCH_CHARACTER.equals(cause.getSQLState())) {
            return problem(Problem.malformed("malformed", "Malformed request"));
        }
        throw refusal;
    }

    /** Whoever holds a row for too long, or waits for who waits for them: nothing has changed, and the next try may do. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(TransientDataAccessException refusal) {
        return problem(Problem.busy());
    }

    /** The same in PostgreSQL's words, which Spring has no class for. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UncategorizedSQLException refusal) {
        SQLException cause = refusal.getSQLException();
        if (cause != null && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
            return problem(Problem.busy());
        }
        throw refusal;
    }

    /** What Spring refuses, in our words: its own repeat what was sent, or name classes. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refusal, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return super.handleExceptionInternal(refusal, problem.body(), headers, problem.status(), request);
            }
        }
        return super.handleExceptionInternal(refusal, Problem.of(status).body(), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> fields = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldProblem(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList();
        String message = fields.isEmpty()
                ? "Invalid request"
                : fields.getFirst().field() + " " + fields.getFirst().message();
        ProblemDetail detail = Problem.malformed("invalid", message).body();
        detail.setProperty("fields", fields);
        return ResponseEntity.badRequest().body(detail);
    }
}
