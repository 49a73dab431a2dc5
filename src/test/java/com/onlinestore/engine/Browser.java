package com.onlinestore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, as the packages of this machine bring it: nothing is downloaded. */
record Browser(ChromeDriver driver) implements AutoCloseable {

  // It misses classes for parts of the protocol that nobody here uses.
  private static final Logger TALK = Logger.getLogger("org.openqa.selenium");

  /** A new one, with a profile of its own in {@code folder}. */
  static Browser start(Path folder) {
    TALK.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(Tools.find("chromium").orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--hide-scrollbars",
        "--user-data-dir=" + folder.resolve("profile").toAbsolutePath());
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Tools.find("chromedriver").orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** Opens a file in a light window of that size. */
  void open(Path file, int width, int height) {
    show("light", width, height);
    driver.get(file.toUri().toString());
  }

  void show(String scheme, int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What the page and the browser wrote to the console since it was asked for. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Those of them that a person sees. */
  List<WebElement> visible(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .filter(WebElement::isDisplayed)
        .toList();
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
    settle();
  }

  void press(Keys key) {
    press((CharSequence) key);
  }

  void click(WebElement element) {
    element.click();
    settle();
  }

  /** What follows from an event is there after the next frame. */
  private void settle() {
    driver.executeAsyncScript(
        "const done = arguments[0]; requestAnimationFrame(() => setTimeout(done))");
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  Object ask(String expression) {
    return driver.executeScript("return " + expression);
  }

  void photograph(Path file) throws IOException {
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
