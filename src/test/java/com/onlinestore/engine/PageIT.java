package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.onlinestore.PlannedStack;
import com.onlinestore.plan.Plan;
import com.onlinestore.review.Reviews;
import com.onlinestore.review.report.Review;
import com.onlinestore.review.report.ReviewPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/**
 * The page of a review in a real browser: stack {@code prod} without its route to users and with
 * fewer nodes and another host, compared with what is shipped.
 */
@Execution(ExecutionMode.SAME_THREAD)
class PageIT {

  private static final String HOSTILE = "</script><img src=x onerror=\"document.title='taken'\">";
  private static final int WIDE = 1400;
  private static final int HIGH = 900;

  @TempDir private static Path folder;
  private static Plan shipped;
  private static Path page;
  private static Path week;
  private static Browser browser;

  @BeforeAll
  static void writesAndStarts() throws IOException {
    Tools.require("chromium", "chromedriver");
    shipped = PlannedStack.shipped("prod");
    String stackFile =
        Files.readString(Path.of("../Pulumi.prod.yaml"))
            .replace("min: 3", "min: 2")
            .replace("hosts: [store.example.com]", "hosts: [shop.example.com]")
            .replace("        - {path: /users, service: users, rewrite: /}\n", "");
    Path changed = Files.writeString(folder.resolve("Pulumi.changed.yaml"), stackFile);
    Plan after = PlannedStack.of("prod", changed);
    page =
        write(
            "index",
            Reviews.change(
                shipped,
                List.of(Reviews.waived("Deployment store/users-v1", "runs as root.")),
                after,
                List.of(
                    Reviews.mandatory("Deployment store/orders-v1", "runs as root."),
                    Reviews.waived("Deployment store/users-v1", "runs as root."))));
    week = write("week", Reviews.busyWeek());
    browser = Browser.start(folder);
  }

  @AfterAll
  static void stops() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void opens() {
    browser.open(page, WIDE, HIGH);
  }

  @AfterEach
  void nothingIsOnTheConsole() {
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void showsWhatAReviewerAsksFirst() {
    assertThat(browser.find("h1").getText()).isEqualTo("prod of online-store");
    assertThat(browser.find("header").getText())
        .contains("compared with main", "Must not run so: 1 mandatory finding.");
    assertThat(browser.find("#risks").getText())
        .contains("Availability", "store.example.com is no longer served.", "Cost");
    assertThat(browser.find("#findings").getText())
        .contains("mandatory", "Deployment store/orders-v1 new runs as root.")
        .contains("1 finding, waived or advisory, that main has as well")
        .doesNotContain("ada");
    browser.click(browser.find("#findings .known > summary"));
    assertThat(browser.find("#findings").getText())
        .contains("Waived: until the new image is there — ada, until 2027-01-31");
    assertThat(browser.find("#mistakes").getText()).contains("None");
    assertThat(browser.visible(".arrow.removed")).hasSize(1);
    assertThat(browser.find("#exposure").getText()).contains("internet-facing LoadBalancer");
    assertThat(browser.find("#workloads").getText()).contains("store/orders-v1");
    assertThat(browser.find("#cost tr.removed").getText()).contains("699 to 1820");
  }

  @Test
  void searchNarrowsTheListToWhatHasAllWords() {
    int all = rows();
    browser.find("#search").sendKeys("deployment payments");
    assertThat(browser.visible("#resources details.row")).isNotEmpty().hasSizeLessThan(all);
    assertThat(browser.find("#found").getText()).isEqualTo(rows() + " of " + all + " resources");

    browser.find("#search").clear();
    browser.find("#search").sendKeys("ghcr.io/stefanprodan/podinfo");
    assertThat(rows()).isEqualTo(4);
    assertThat(browser.find("#resources details.row:not([hidden]) mark").getText())
        .isEqualTo("ghcr.io/stefanprodan/podinfo");

    browser.find("#search").sendKeys("nowhere");
    assertThat(rows()).isZero();
    assertThat(browser.find("#resources").getText())
        .contains("No resource has all of these words.");
  }

  @Test
  void aKindNarrowsIt() {
    browser.find("#kind").sendKeys("Sidecar");
    assertThat(rows()).isEqualTo(4);
  }

  @Test
  void slashGoesToTheSearchAndEscapeClearsIt() {
    int all = rows();
    browser.press("/");
    assertThat(browser.focused().getAttribute("id")).isEqualTo("search");
    browser.press("orders");
    assertThat(rows()).isLessThan(all);
    browser.press(Keys.ESCAPE);
    assertThat(browser.find("#search").getDomProperty("value")).isEmpty();
    assertThat(rows()).isEqualTo(all);
  }

  @Test
  void theKeyboardGoesFromRowToRowAndFolds() {
    browser.press("/");
    browser.press("orders-v1");
    browser.press(Keys.ARROW_DOWN);
    WebElement first = browser.focused();
    assertThat(first.getTagName()).isEqualTo("summary");
    browser.press("j");
    assertThat(browser.focused()).isNotEqualTo(first);
    browser.press("k");
    assertThat(browser.focused()).isEqualTo(first);

    browser.press(Keys.ENTER);
    assertThat(browser.visible("#resources details[open] pre")).hasSize(1);
    browser.press(Keys.ENTER);
    assertThat(browser.visible("#resources details[open] pre")).isEmpty();
    browser.press(Keys.ARROW_RIGHT);
    assertThat(browser.visible("#resources details[open] pre")).hasSize(1);
    browser.press(Keys.ARROW_LEFT);
    assertThat(browser.visible("#resources details[open] pre")).isEmpty();
  }

  @Test
  void theMouseFoldsRowsOneByOneAndAllAtOnce() {
    WebElement row = browser.find("#difference summary");
    browser.click(row);
    assertThat(browser.visible("#difference details.row[open] .body")).hasSize(1);
    browser.click(row);
    assertThat(browser.visible("#difference details.row[open] .body")).isEmpty();

    browser.click(browser.find("#difference .tools button"));
    assertThat(browser.visible("#difference details.row > .body"))
        .hasSameSizeAs(browser.visible("#difference details.row"));
  }

  @Test
  void aRiskLeadsToItsResource() {
    browser.open(week, WIDE, HIGH);
    browser.click(browser.find("#risks a"));
    assertThat(browser.focused().getTagName()).isEqualTo("summary");
    assertThat(browser.visible("details.row[open]")).hasSize(1);
  }

  @Test
  void theGraphIsWalkedByArrowKeysAndTellsItsCalls() {
    browser.ask("document.querySelector('.box').focus()");
    browser.press(Keys.ARROW_RIGHT);
    assertThat(browser.focused().getAttribute("aria-label")).startsWith("store-gateway. ");
    assertThat(browser.find("#calls .said").getText())
        .contains("store-gateway → users: (gone) on 9898");
    assertThat(browser.visible(".label.lit")).hasSize(4);
  }

  @Test
  void tabReachesTheContentThenTheContents() {
    browser.press(Keys.TAB);
    assertThat(browser.focused().getText()).isEqualTo("To the content");
    browser.press(Keys.TAB);
    assertThat(browser.focused().getText()).startsWith("Risks");
    assertThat(browser.ask("getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }

  @Test
  void followsTheSchemeOfTheReader() {
    assertThat(background()).isEqualTo("rgb(251, 251, 249)");
    browser.show("dark", WIDE, HIGH);
    assertThat(background()).isEqualTo("rgb(20, 22, 25)");
  }

  @Test
  void aNarrowWindowDoesNotScrollSideways() {
    browser.open(page, 400, HIGH);
    browser.click(browser.find("#difference .tools button"));
    browser.click(browser.find("#resources summary"));
    assertThat(browser.ask("document.documentElement.scrollWidth")).isEqualTo(400L);
  }

  @Test
  void saysThatNothingDiffers() throws IOException {
    Review same = Reviews.change(shipped, List.of(), shipped, List.of());
    browser.open(write("same", same), WIDE, HIGH);
    assertThat(browser.find("#difference").getText()).contains("Nothing differs from main.");
    assertThat(browser.find("#risks").getText()).contains("could go wrong");
    assertThat(browser.find("#findings").getText()).contains("No policy is broken.");
  }

  @Test
  void withoutABaseThereIsNoDifference() throws IOException {
    browser.open(write("alone", Reviews.alone(shipped)), WIDE, HIGH);
    assertThat(browser.visible("#difference, #risks")).isEmpty();
    assertThat(browser.visible("#calls svg")).hasSize(1);
    assertThat(rows())
        .isEqualTo((int) shipped.resources().stream().filter(each -> each.custom()).count());
  }

  @Test
  void nothingOfAPlanBecomesMarkup() throws IOException {
    Review review =
        Reviews.change(
            shipped,
            List.of(),
            Reviews.with(shipped, HOSTILE),
            List.of(Reviews.mandatory(HOSTILE, HOSTILE)));
    browser.open(write("hostile", review), WIDE, HIGH);
    browser.click(browser.find("#difference summary"));
    assertThat(browser.find("#difference .body").getText()).contains("</script><img src=x");
    assertThat(browser.find("#findings").getText()).contains(HOSTILE);
    assertThat(browser.visible("img")).isEmpty();
    assertThat(browser.driver().getTitle()).isEqualTo("prod: change of online-store");
  }

  /** {@code mvn verify -Dit.test=PageIT -Dscreenshot=docs/images} makes the pictures anew. */
  @Test
  void pictures() throws IOException {
    String images = System.getProperty("screenshot");
    assumeTrue(images != null, "No pictures are asked for.");
    browser.open(week, WIDE, 1000);
    for (WebElement row : browser.visible("#difference summary")) {
      if (row.getText().contains("Cluster")) {
        browser.click(row);
      }
    }
    browser.ask("scrollTo(0, 0) || document.activeElement.blur()");
    browser.photograph(Path.of("..", images, "plan-page.png"));
    browser.show("dark", WIDE, HIGH);
    browser.ask("document.querySelector('.box.added').focus()");
    Path calls = Path.of("..", images, "plan-page-calls.png");
    Files.write(calls, browser.find("#calls .panel").getScreenshotAs(OutputType.BYTES));
  }

  private static Path write(String name, Review review) throws IOException {
    return Files.writeString(folder.resolve(name + ".html"), ReviewPage.of(review));
  }

  private static int rows() {
    return browser.visible("#resources details.row").size();
  }

  private static Object background() {
    return browser.ask("getComputedStyle(document.body).backgroundColor");
  }
}
