package com.onlinestore.review.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.plan.ManifestTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A review as one HTML page that needs nothing besides itself: to be opened from a folder, kept as
 * an artefact of CI, or sent around. Equal reviews give equal bytes.
 *
 * <p>The trap: nothing of a plan may become markup or code. So all of it stands in one block of
 * JSON, the script writes it as text, and the browser is told to run this script alone.
 */
public final class ReviewPage {

  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
  private static final String POLICY =
      "default-src 'none'; script-src '%s'; style-src '%s'; base-uri 'none'; form-action 'none'";
  private static final Pattern PART = Pattern.compile("\\{\\{(\\w+)}}");

  private ReviewPage() {}

  /** The whole page. */
  public static String of(Review review) {
    return of(review, ManifestTexts.of(review.plan()));
  }

  /** The whole page, of objects that are written as YAML already. */
  public static String of(Review review, ManifestTexts texts) {
    String script = file("page.js");
    String style = file("page.css");
    Map<String, String> parts =
        Map.of(
            "policy",
            POLICY.formatted(hash(script), hash(style)),
            "style",
            style,
            "script",
            script,
            "data",
            json(PageData.of(review, texts)));
    return filled(file("page.html"), parts);
  }

  // A part is never looked into: what stands in a plan is no template.
  private static String filled(String template, Map<String, String> parts) {
    StringBuilder page = new StringBuilder();
    Matcher part = PART.matcher(template);
    int end = 0;
    while (part.find()) {
      page.append(template, end, part.start()).append(parts.get(part.group(1)));
      end = part.end();
    }
    return page.append(template, end, template.length()).toString();
  }

  /** Nothing in it ends the block it stands in, nor begins a comment. */
  private static String json(PageData data) {
    try {
      return JSON.writeValueAsString(data).replace("<", "\\u003c");
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String file(String name) {
    try (InputStream file =
        ReviewPage.class.getResourceAsStream("/com/onlinestore/review/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
