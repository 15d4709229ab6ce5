# CONFIDENTIAL: TEAM ONLY
# SAMPLE: made-up people, made-up answers.
# Reads the data files beside it and draws each statement as diverging bars into figures.pdf.
# In R: setwd("the folder of this file"); source("SAMPLE_CONFIDENTIAL_TEAM_ONLY_read.R"). Nothing but R itself is needed.

# Every column is read as text, so that "007" and "T" stay what was typed; then those that the codebook
# calls integer become numbers.
read <- function(name, codebook = NULL) {
  file <- paste0("SAMPLE_CONFIDENTIAL_TEAM_ONLY_", name, "_data.csv")
  text <- readChar(file, file.size(file), useBytes = TRUE)
  Encoding(text) <- "UTF-8"
  # R makes every carriage return a line feed; hidden while it reads, they stay as they were typed.
  text <- gsub("\r", "\001", text, fixed = TRUE)
  data <- read.csv(text = text, na.strings = "", check.names = FALSE, colClasses = "character")
  last <- ncol(data)
  names(data)[last] <- sub("\001", "", names(data)[last], fixed = TRUE)
  data[[last]] <- sub("\001$", "", data[[last]])
  data[[last]][data[[last]] %in% ""] <- NA
  for (i in seq_along(data)) data[[i]] <- gsub("\001", "\r", data[[i]], fixed = TRUE)
  whole <- codebook$variable[codebook$file == name & codebook$type == "integer"]
  for (i in which(names(data) %in% whole)) data[[i]] <- as.integer(data[[i]])
  data
}

codebook <- read("codebook")
long <- read("responses_long", codebook)
statements <- read("statements", codebook)

# The labels of each scale, most disagreeing first, and answers as ordered factors by statement. A
# statement that was answered on two scales stands there once for each: they are never pooled. Labels of
# which one is there twice get their numbers, for R would make one answer of the two.
answers <- codebook[codebook$file == "responses_long" & codebook$variable == "answer_code", ]
labels <- lapply(split(answers$value_label, answers$scale), function(own)
  if (anyDuplicated(own)) paste0(seq_along(own), ": ", own) else own)
pairs <- unique(long[c("statement_id", "scale")])
twice <- pairs$statement_id[duplicated(pairs$statement_id)]
part <- ifelse(long$statement_id %in% twice, paste(long$statement_id, long$scale), long$statement_id)
by_statement <- lapply(split(long, part), function(d) {
  own <- labels[[d$scale[1]]]
  d$answer <- factor(d$answer_code, levels = seq_along(own), labels = own, ordered = TRUE)
  d
})
if (length(labels) == 1)
  long$answer <- factor(long$answer_code, levels = seq_along(labels[[1]]), labels = labels[[1]], ordered = TRUE)

colours <- list(
  "2" = c("#f5b66b", "#7fb2e5"),
  "3" = c("#f5b66b", "#e6e6e6", "#7fb2e5"),
  "4" = c("#9a4a00", "#f5b66b", "#7fb2e5", "#0b4f8a"),
  "5" = c("#9a4a00", "#f5b66b", "#e6e6e6", "#7fb2e5", "#0b4f8a"),
  "6" = c("#9a4a00", "#dd8a36", "#f5b66b", "#7fb2e5", "#4c8ccb", "#0b4f8a"),
  "7" = c("#9a4a00", "#dd8a36", "#f5b66b", "#e6e6e6", "#7fb2e5", "#4c8ccb", "#0b4f8a")
)

# Groups are told apart by their ids, for two may have one name; then it has the id beside it.
groups <- unique(long[!is.na(long$group_id), c("group_id", "group_label")])
groups <- groups[order(groups$group_id, method = "radix"), ]
groups$name <- ifelse(is.na(groups$group_label), groups$group_id, groups$group_label)
same <- groups$name %in% c("Everyone", groups$name[duplicated(groups$name)])
groups$name[same] <- sprintf("%s (%s)", groups$name[same], groups$group_id[same])

# The bars of one figure: everyone's answers, then each group's.
bars <- function(d) {
  here <- groups[groups$group_id %in% d$group_id, ]
  each <- lapply(here$group_id, function(id) d[d$group_id %in% id, ])
  c(list(Everyone = d), setNames(each, here$name))
}

# One figure: a bar for everyone and for each group, the middle answer split at nought, counts inside.
draw <- function(d, title) {
  rows <- rev(bars(d))
  own <- levels(d$answer)
  fill <- colours[[as.character(length(own))]]
  par(mar = c(5, 12, 5, 4))
  plot(NULL, xlim = c(-100, 100), ylim = c(0.4, length(rows) + 0.6), axes = FALSE, xlab = "", ylab = "")
  axis(1, seq(-100, 100, 50), paste0(abs(seq(-100, 100, 50)), "%"))
  for (y in seq_along(rows)) {
    n <- as.vector(table(rows[[y]]$answer))
    share <- 100 * n / max(1, sum(n))
    k <- length(n)
    left <- sum(share[seq_len(k %/% 2)]) + if (k %% 2 == 1) share[k %/% 2 + 1] / 2 else 0
    ends <- cumsum(c(-left, share))
    rect(ends[-(k + 1)], y - 0.35, ends[-1], y + 0.35, col = fill, border = "#333333")
    some <- n > 0
    ink <- ifelse(colSums(col2rgb(fill)) < 330, "white", "black")
    if (any(some)) text((ends[-(k + 1)] + ends[-1])[some] / 2, y, n[some], col = ink[some], cex = 0.8)
    mtext(paste(strwrap(names(rows)[y], 24), collapse = "\n"), 2, at = y, las = 1, line = 1, cex = 0.8)
    mtext(paste0("n ", sum(n)), 4, at = y, las = 1, line = 0.5, cex = 0.8)
  }
  abline(v = 0, col = "#333333")
  title(paste(strwrap(title, 70), collapse = "\n"), adj = 0, cex.main = 1)
  legend("top", own, fill = fill, horiz = TRUE, bty = "n", cex = 0.7, inset = c(0, -0.12), xpd = NA)
  mtext("SAMPLE. CONFIDENTIAL: TEAM ONLY. Declined answers are counted apart.", 1, line = 3, cex = 0.7)
}

# The wording for everyone in the first language; where each group has its own, all of them.
first_language <- "en"
current <- statements[statements$current == 1, ]
wording_of <- function(id) {
  here <- current[current$statement_id == id, ]
  if (any(is.na(here$group_id))) here <- here[is.na(here$group_id), ]
  lang <- if (first_language %in% here$language) first_language else here$language[1]
  here <- here[here$language == lang, ]
  if (nrow(here) == 1) here$text else paste0(here$group_id, ": ", here$text, collapse = " / ")
}

if (capabilities("cairo")) cairo_pdf("SAMPLE_CONFIDENTIAL_TEAM_ONLY_figures.pdf", 10, 5, onefile = TRUE) else pdf("SAMPLE_CONFIDENTIAL_TEAM_ONLY_figures.pdf", 10, 5)
for (part in names(by_statement)) {
  d <- by_statement[[part]]
  id <- d$statement_id[1]
  for (r in sort(unique(d$round)))
    draw(d[d$round == r, ], paste0(part, if (any(long$round == 2)) paste0(", round ", r), ": ", wording_of(id)))
}
invisible(dev.off())
