package dev.fanfare.platform.realtime;

import dev.fanfare.platform.work.Signal;
import org.springframework.stereotype.Component;

/** Wakes those that follow the log when something has been committed to it. */
@Component
class LogSignal extends Signal {}
