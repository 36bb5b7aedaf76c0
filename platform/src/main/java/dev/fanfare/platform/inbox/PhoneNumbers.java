package dev.fanfare.platform.inbox;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.web.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Numbers in the one form that they are kept in, E.164: whoever writes one differently means the same telephone. */
@Component
class PhoneNumbers {
    private static final int LONGEST = 40;
    private static final Pattern SERVICE = Pattern.compile("MG[0-9a-f]{32}");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final @Nullable String region;

    PhoneNumbers(InboxSettings settings) {
        region = settings.region();
    }

    /**
     * What somebody has typed.
     *
     * @throws Problem 400 if nobody could be called so
     */
    String typed(String number) {
        String known = normal(number.strip().replaceFirst("^whatsapp:", ""));
        if (known == null) {
            throw Problem.malformed(
                    "invalid_phone",
                    "phone is no telephone number"
                            + (region == null ? ", expected one with its country, such as +12025550123" : ""));
        }
        return known;
    }

    /**
     * What a team is to be reached by: a number, or a messaging service of the carrier's that has several.
     *
     * @throws Problem 400 if it is neither
     */
    String line(String address) {
        String stripped = address.strip();
        String known = SERVICE.matcher(stripped).matches() ? stripped : normal(stripped);
        if (known == null) {
            throw Problem.malformed(
                    "invalid_line",
                    stripped + " is neither a telephone number with its country, such as +12025550123,"
                            + " nor a messaging service");
        }
        return known;
    }

    /** What a carrier has told. Some that texts come from are no telephones, and stay as they are. */
    String carried(String address) {
        String known = normal(address);
        return known == null ? PlainText.cut(PlainText.line(address), LONGEST) : known;
    }

    private @Nullable String normal(String number) {
        try {
            PhoneNumber parsed = numbers.parse(number, region);
            return numbers.isPossibleNumber(parsed) ? numbers.format(parsed, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }
}
