/** What would keep a server from running well on this machine. Start reading at {@link dev.fanfare.server.doctor.Doctor}. */
@NullMarked
package dev.fanfare.server.doctor;

import org.jspecify.annotations.NullMarked;
