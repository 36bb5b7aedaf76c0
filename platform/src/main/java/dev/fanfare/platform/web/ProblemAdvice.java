package dev.fanfare.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers with RFC 9457 problem details. Each has a {@code code} for programs and, for older clients, an {@code error}. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final String CODE = "code";
    private static final String ERROR = "error";

    record FieldProblem(String field, String message) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem) {
        String message = String.valueOf(problem.getMessage());
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), message);
        detail.setProperty(CODE, problem.code());
        detail.setProperty(ERROR, message);
        problem.details().forEach(detail::setProperty);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status());
        if (problem.retryAfter() != null) {
            long seconds = problem.retryAfter().plusMillis(999).toSeconds();
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return answer.body(detail);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> fields = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldProblem(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList();
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                fields.isEmpty()
                        ? "Invalid request"
                        : fields.getFirst().field() + " " + fields.getFirst().message());
        detail.setProperty(CODE, "invalid");
        detail.setProperty(ERROR, detail.getDetail());
        detail.setProperty("fields", fields);
        return ResponseEntity.badRequest().body(detail);
    }
}
