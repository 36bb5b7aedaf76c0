package dev.fanfare.platform.work;

import org.springframework.stereotype.Component;

/** Says that something may be due at another time than before. */
@Component
public class DueSignal extends Signal {}
